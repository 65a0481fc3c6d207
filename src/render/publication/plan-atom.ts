import { formatInstant, type Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { changeSentence } from '../../core/message/diff.ts';
import { type Child, type Html, jsx } from '../jsx-runtime.ts';
import { planTitle } from './plan-paper.ts';
import type { PlanParts, PublishedPlan } from './published-plan.ts';

interface Entry {
  /** The same for ever, in every language. */
  readonly id: string;
  readonly at: Instant;
  readonly title: string;
  readonly lines: readonly string[];
  /** The part of the plan's page that says more. */
  readonly part: string;
}

/** So many of the newest; readers of feeds keep what they have seen. */
const ENTRIES_MAX = 50;

/**
 * What has changed about a published plan, as an Atom feed (RFC 4287): each publication with what it changed, and each
 * seat that somebody else fills since the last one. It says what anybody with the link may read.
 */
export function planAtom(parts: PlanParts, language: Language): string {
  const { plan, address } = parts;
  const { title: titled } = catalogue(language).papers.atom;
  const entries = [...publications(parts, language), ...fillings(parts, language)]
    .sort((one, other) => other.at - one.at)
    .slice(0, ENTRIES_MAX);
  const updatedAt = entries[0]?.at ?? plan.published.publishedAt ?? plan.now;
  const feed = tag('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
    tag('id', {}, address),
    tag('title', {}, titled({ title: planTitle(parts, language), contract: plan.contract.title })),
    tag('updated', {}, formatInstant(updatedAt)),
    tag(
      'author',
      {},
      tag('name', {}, plan.written?.contract?.parties?.contractor?.name ?? plan.contract.title),
    ),
    link({ rel: 'self', type: 'application/atom+xml', href: `${address}.atom?language=${language}` }),
    link({ rel: 'alternate', type: 'text/html', href: address }),
    ...entries.map((entry) => entryXml(entry, address)),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${withLinks(feed)}\n`;
}

const entryXml = ({ id, at, title, lines, part }: Entry, address: string): Html =>
  tag('entry', {}, [
    tag('id', {}, `${address}#${id}`),
    tag('title', {}, title),
    tag('updated', {}, formatInstant(at)),
    link({ rel: 'alternate', type: 'text/html', href: `${address}#${part}` }),
    tag('content', { type: 'text' }, lines.join('\n')),
  ]);

/** One element, with its text escaped as on every page. */
const tag = (name: string, values: Readonly<Record<string, string>>, children: Child): Html =>
  jsx(name, { ...values, children });

/** Pages are HTML, where a link has no end: here it has one. Texts are escaped, so this tag is nowhere else. */
const link = (values: Readonly<Record<'rel' | 'type' | 'href', string>>): Html => tag(LINK, values, []);
const LINK = 'atom-link';
const withLinks = (feed: Html): string =>
  String(feed).replaceAll(`<${LINK} `, '<link ').replaceAll(`</${LINK}>`, '</link>');

function publications({ plan }: PlanParts, language: Language): readonly Entry[] {
  const { diff, planPage, papers } = catalogue(language);
  const words = planPage.history;
  return plan.revisions.flatMap(({ number, publishedAt, changed, isFirst }): Entry[] => {
    if (publishedAt === undefined) return [];
    const changes = changed?.changes.map((change) => changeSentence(diff, change)) ?? [];
    const kept = changed && changed.kept > 0 ? [words.kept({ count: changed.kept })] : [];
    const all = [...changes, ...kept];
    const unsaid = isFirst ? words.first : changed ? words.sameText : words.erased;
    return [
      {
        id: `revision-${number}`,
        at: publishedAt,
        title: papers.atom.published({ number }),
        lines: all.length > 0 ? all : [unsaid],
        part: 'history',
      },
    ];
  });
}

/** Who fills a seat since the plan was published; whoever was there before is in the publication. */
function fillings({ plan }: PlanParts, language: Language): readonly Entry[] {
  const { atom } = catalogue(language).papers;
  const { publishedAt } = plan.published;
  return [...plan.seats.values()].flatMap((seat): Entry[] => {
    const { person, since, seat: id } = seat;
    if (!person || since === undefined || publishedAt === undefined || since <= publishedAt) return [];
    return [
      {
        id: `seat-${id}-${since}`,
        at: since,
        title: atom.filled({ name: person.name, title: seat.title }),
        lines: [atom.levels({ levels: levelsOf(plan, id) })],
        part: 'people',
      },
    ];
  });
}

const levelsOf = ({ rules }: PublishedPlan, seat: string): readonly number[] =>
  rules.levels
    .filter(({ reach, otherwise }) => [...reach, ...otherwise].includes(seat))
    .map(({ number }) => number);
