import type { Lang } from '@/domain/bilingual';
import { parts } from '@/i18n/parts';

/** One parameter of the address that was not understood. `why` and `allowed` are in the reader's language. */
export type ParameterProblem = { parameter: string; value: string; why: string; allowed?: string };

/** Says which parameters were wrong and what is allowed; the page below shows their defaults. Empty draws nothing. */
export function Notice({ lang, problems }: { lang: Lang; problems: readonly ParameterProblem[] }) {
  if (problems.length === 0) return null;
  const words = parts[lang];
  const shown = (value: string) => (value.length > 80 ? `${value.slice(0, 80)}…` : value);
  return (
    <div className="notice" role="status">
      <p className="notice-title">
        {problems.length === 1 ? words.noticeTitle : words.noticesTitle(problems.length)}
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.parameter}=${problem.value}`}>
            <code>
              {problem.parameter}={shown(problem.value)}
            </code>{' '}
            {problem.why}
            {problem.allowed === undefined ? null : (
              <span className="notice-allowed">
                {lang === 'zh' ? `。${words.allowed}：` : `. ${words.allowed}: `}
                {problem.allowed}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
