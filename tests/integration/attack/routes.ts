import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import config from '../../../next.config';

/** Something that the app answers: a page, or a method of a route. */
export interface Route {
  method: string;
  /** Its folder below src/app, as Next writes it: [lang]/vendors/[slug]. */
  folder: string;
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Every page, and every method of every route, from the files. */
export function routesInFiles(): Route[] {
  const folderOf = (file: string) => path.dirname(path.relative('src/app', file)).split(path.sep).join('/');
  const files = readdirSync('src/app', { recursive: true }).map((file) => path.join('src/app', String(file)));
  const named = (name: string) => files.filter((file) => path.basename(file) === name);
  const pages = named('page.tsx').map((file) => ({ method: 'GET', folder: folderOf(file) }));
  const routes = named('route.ts').flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const exported = methods.filter(
      (method) =>
        new RegExp(`export (?:async )?(?:function|const) ${method}\\b`).test(source) ||
        new RegExp(`export \\{[^}]*\\b${method}\\b[^}]*\\}`).test(source),
    );
    return exported.map((method) => ({ method, folder: folderOf(file) }));
  });
  return [...pages, ...routes];
}

/** Every address that is rewritten to a route, as next.config.ts writes it. */
export async function rewrites(): Promise<{ source: string; destination: string }[]> {
  const written = await config.rewrites?.();
  return Array.isArray(written) ? written : Object.values(written ?? {}).flat();
}
