import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '@/database/free-port';
import { mustRun, startProgram } from '../scripts/program';
import { answering } from './answering';

/** A site that says one word. */
const files: Readonly<Record<string, string>> = {
  'package.json': '{"name":"bare-page","private":true}',
  'next.config.mjs': `import path from 'node:path';
export default { turbopack: { root: path.resolve('../..') }, typescript: { ignoreBuildErrors: true } };`,
  'app/layout.jsx': `export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }`,
  'app/page.jsx': `export default function Page() { return <main><h1>Bare</h1></main>; }`,
};

/**
 * A bare static page of the Next version that the product uses, built and served by Next itself: what the product's pages
 * are measured against. Needs a folder inside the project, where Next finds itself.
 */
export async function withBarePage<Result>(use: (url: string) => Promise<Result>): Promise<Result> {
  const folder = path.resolve('dist', 'bare-page');
  await rm(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  const next = path.resolve('node_modules', 'next', 'dist', 'bin', 'next');
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  await mustRun('next build of the bare page', process.execPath, [next, 'build'], env, folder);
  const port = await freePort();
  const server = startProgram(process.execPath, [next, 'start', '-p', String(port)], env, folder);
  const url = `http://localhost:${port}`;
  try {
    await answering(url, server);
    return await use(url);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
