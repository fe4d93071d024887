/** What stands at the pointer: a title and lines of label and figure. Styled by `chart.css`. */
export function TooltipCard(props: {
  title: string;
  lines: readonly { label: string; text: string; colour?: string }[];
}) {
  return (
    <div className="chart-tooltip">
      <strong>{props.title}</strong>
      <dl>
        {props.lines.map((line) => (
          <div key={line.label}>
            <dt>
              {line.colour && <i style={{ background: line.colour }} />}
              {line.label}
            </dt>
            <dd>{line.text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
