import { readFacts } from '@/database/reading';
import { isLang } from '@/domain/bilingual';
import { feedFile, feedFormats } from '@/exchange/feed';
import { feedAddress } from '@/i18n/feed-address';
import { href } from '@/i18n/href';
import { publicUrl } from '@/linking/public-url';
import { changesFeed } from './changes-feed';
import { fundingFeed } from './funding-feed';

type Props = { params: Promise<{ name: string }> };

const feeds = { changes: changesFeed, funding: fundingFeed };

/** Entries in a feed. */
const size = 100;

/** /feeds/funding.atom, /feeds/changes.json …: the same filters as the pages, and `lang`. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { name } = await params;
  const [, which, as] = /^([a-z]+)\.([a-z]+)$/.exec(name) ?? [];
  const format = feedFormats.find((each) => each === as);
  const feed = Object.hasOwn(feeds, which ?? '') ? feeds[which as keyof typeof feeds] : undefined;
  if (!feed || !format) {
    const reason = `There is no feed of that name: ${Object.keys(feeds)
      .flatMap((each) => feedFormats.map((ending) => `${each}.${ending}`))
      .join(', ')}`;
    return Response.json({ error: { reason } }, { status: 404 });
  }
  const search = new URL(request.url).searchParams;
  const asked = search.get('lang') ?? 'zh';
  const lang = isLang(asked) ? asked : 'zh';
  const site = publicUrl();
  return readFacts(async (facts) => {
    const parts = await feed(facts, search, lang, site, size);
    if (parts.problems.length > 0) {
      // A filter that is silently dropped would fill somebody's reader with what they did not ask for.
      const problems = parts.problems.map(({ parameter, value, allowed }) => ({
        parameter,
        value,
        allowed: allowed[lang],
      }));
      return Response.json(
        { error: { reason: 'The filter was not understood.', problems } },
        { status: 400 },
      );
    }
    const query = parts.path.split('?')[1] ?? '';
    const self = (each: string) => site + feedAddress(lang, which ?? '', each, query);
    const { body, type } = feedFile(
      {
        title: parts.title,
        description: parts.description,
        lang,
        name: query === '' ? `${which}` : `${which}?${query}`,
        link: `${site}${href(lang, parts.path)}`,
        self,
        entries: parts.entries,
        updated: facts.published ?? new Date(0),
      },
      format,
    );
    return new Response(body, {
      headers: {
        'content-type': type,
        'x-edition': String(facts.edition),
        'cache-control': 'no-cache',
        'access-control-allow-origin': '*',
      },
    });
  });
}
