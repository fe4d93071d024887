import { mkdirSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Families for pictures as files: the bundled one first, then what readers' machines have. */
export const pictureFonts = "'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

const folderName = 'ai-landscape-fonts-';

/**
 * Points fontconfig at the bundled font, so that no font has to be installed. Must run in the main thread, because a
 * worker's `process.env` is a copy that C libraries do not see, and before sharp is loaded, which reads it once.
 */
export function useBundledFont(): void {
  if (process.env.FONTCONFIG_FILE?.includes(folderName)) return;
  const require = module.createRequire(join(process.cwd(), 'package.json'));
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const folder = join(tmpdir(), `${folderName}${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `fonts-${process.pid}.conf`);
  const weights = ['400Regular', '600SemiBold'].map((weight) => `<dir>${join(fonts, weight)}</dir>`).join('');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${weights}<cachedir>${folder}</cachedir></fontconfig>`,
  );
  process.env.FONTCONFIG_FILE = file;
}
