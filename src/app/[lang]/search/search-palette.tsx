'use client';

import { useEffect, useRef, useState } from 'react';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { searchKindNames, searchWords } from '@/i18n/search';
import type { ResultGroup } from './search-results';
import './search-palette.css';

/** Wait for the next key before asking, in milliseconds. */
const pause = 90;
const ofKind = 5;

/** One line of the list: a result, or the whole search as its own page. */
interface Line {
  path: string;
  label: string;
  more: string;
  /** The heading above it, where a kind begins. */
  heading: string | null;
}

function linesOf(groups: readonly ResultGroup[], lang: Lang, text: string): Line[] {
  const lines = groups.flatMap(({ kind, results }) =>
    results.map(({ path, name, of, matched }, at): Line => {
      const other = name[lang === 'zh' ? 'en' : 'zh'];
      return {
        path,
        label: name[lang],
        more: [other === name[lang] ? null : other, of?.[lang], matched].filter(Boolean).join(' · '),
        heading: at === 0 ? searchKindNames[kind][lang] : null,
      };
    }),
  );
  const all = {
    path: `/search?q=${encodeURIComponent(text)}`,
    label: searchWords[lang].allOf(text),
    more: '',
    heading: null,
  };
  return text === '' ? [] : [...lines, all];
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

/** The search that ⌘K (Ctrl K) or / opens on every page; arrows and Enter go to a result. */
export function SearchPalette({ lang }: { lang: Lang }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ text: string; groups: ResultGroup[] }>({ text: '', groups: [] });
  const [chosen, setChosen] = useState(0);
  const words = searchWords[lang];
  const lines = linesOf(found.groups, lang, found.text);

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      const command = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k';
      const slash = event.key === '/' && !isTyping(event.target) && !event.metaKey && !event.ctrlKey;
      if (!command && !slash) return;
      event.preventDefault();
      if (dialog.current?.open) dialog.current.close();
      else {
        dialog.current?.showModal();
        input.current?.select();
      }
    };
    addEventListener('keydown', open);
    return () => removeEventListener('keydown', open);
  }, []);

  useEffect(() => {
    const asked = text.trim();
    const ending = new AbortController();
    const timer = setTimeout(async () => {
      if (asked === '') {
        setFound({ text: '', groups: [] });
        return;
      }
      const answer = await fetch(`/api/v1/search?limit=${ofKind}&q=${encodeURIComponent(asked)}`, {
        signal: ending.signal,
      })
        .then((response) => (response.ok ? response.json() : { groups: [] }))
        .catch(() => null);
      if (ending.signal.aborted || answer === null) return;
      setFound({ text: asked, groups: answer.groups });
      setChosen(0);
    }, pause);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [text]);

  const go = (line: Line | undefined) => {
    location.href = href(lang, line?.path ?? `/search?q=${encodeURIComponent(text.trim())}`);
  };
  const onKey = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && lines.length > 0) {
      event.preventDefault();
      const next = (chosen + step + lines.length) % lines.length;
      setChosen(next);
      document.getElementById(`palette-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && text.trim() !== '') {
      event.preventDefault();
      // An answer to what stood there before is not what is meant now.
      go(found.text === text.trim() ? lines[chosen] : undefined);
    }
  };

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={words.title}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      onKeyDown={onKey}
    >
      <input
        ref={input}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={words.hint}
        aria-label={words.title}
        role="combobox"
        aria-expanded={lines.length > 0}
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={lines.length > 0 ? `palette-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      <div id="palette-list" role="listbox" aria-label={words.title} hidden={lines.length === 0}>
        {lines.map((line, at) => (
          <div key={`${line.path} ${line.label}`}>
            {line.heading === null ? null : <p className="palette-heading">{line.heading}</p>}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled where the focus is, in the input */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are pointed to, not focused */}
            <div
              id={`palette-${at}`}
              role="option"
              aria-selected={at === chosen}
              className="palette-line"
              onPointerMove={() => setChosen(at)}
              onClick={() => go(line)}
            >
              <span>{line.label}</span>
              <span className="palette-more">{line.more}</span>
            </div>
          </div>
        ))}
      </div>
      <p className="palette-keys">
        {found.text !== '' && found.groups.length === 0 ? words.none(found.text) : words.keys}
      </p>
    </dialog>
  );
}
