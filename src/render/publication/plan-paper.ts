import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Paper, PaperSection, Words } from '../paper/paper.ts';
import { aboutSection } from './about-section.ts';
import { calendarsSection } from './calendars-section.ts';
import { emergencyBlocks } from './emergency-block.ts';
import { historySection, questionsSection } from './history-sections.ts';
import { peopleSection } from './people-section.ts';
import { clocksOfPlan, instantWords, isPage } from './plan-words.ts';
import type { PlanParts } from './published-plan.ts';
import { obligationsSection, rolesSection, rulesSection } from './rules-sections.ts';
import { tracksSection } from './tracks-section.ts';

/** The published plan as a paper: what its page, its PDF and its static copy all say, in this order. */
export function planPaper(parts: PlanParts, language: Language): Paper {
  const { plan } = parts;
  const { written, published, contract } = plan;
  const { planPage, papers } = catalogue(language);
  const title = planTitle(parts, language);
  return {
    language,
    caption: contract.title,
    title,
    stamp: stampOf(parts, language),
    foot: papers.foot({ title, number: published.number, digest: shortDigest(published.digest) }),
    asOf: plan.now,
    opening: [
      ...emergencyBlocks(written, language),
      ...(written
        ? []
        : [
            {
              is: 'notice' as const,
              kind: 'warning' as const,
              title: catalogue(language).parts.notices.warning,
              words: planPage.about.erased,
            },
          ]),
    ],
    sections: sectionsOf(parts, language),
  };
}

/** What the plan is called. */
export const planTitle = ({ plan: { written } }: PlanParts, language: Language): string =>
  written?.document?.title ?? catalogue(language).planPage.title;

/** As much of a digest as tells it from any other that somebody holds beside it. */
const shortDigest = (digest: string): string => digest.slice(0, SHORT_DIGEST);
const SHORT_DIGEST = 12;

function sectionsOf(parts: PlanParts, language: Language): readonly PaperSection[] {
  const { rules, written } = parts.plan;
  const ofText = written && { language, rules, written };
  return [
    peopleSection(parts, language),
    tracksSection(parts, language),
    calendarsSection(parts, language),
    ...(ofText
      ? [
          rulesSection(ofText),
          rolesSection(ofText),
          obligationsSection(ofText),
          questionsSection(parts, language),
        ]
      : []),
    historySection(parts, language),
    aboutSection(parts, language),
  ];
}

/** Which revision this is, since when it holds, where it stands, and of when its people are. */
export const stampOf = (parts: PlanParts, language: Language): Words =>
  parts.plan.ofFile ? fileStamp(parts, parts.plan.ofFile, language) : publishedStamp(parts, language);

function publishedStamp({ plan, address }: PlanParts, language: Language): Words {
  const { papers } = catalogue(language);
  const { published, now } = plan;
  const timeZone = clocksOfPlan(plan);
  const { number, digest, publishedAt } = published;
  return [
    papers.stamp.revision({ number }),
    ...(publishedAt === undefined
      ? []
      : [` ${papers.stamp.since} `, ...instantWords(publishedAt, timeZone, language)]),
    `. ${papers.stamp.digest} `,
    { text: shortDigest(digest), isCode: true },
    `. ${papers.stamp.address} `,
    { text: address, href: address },
    `. ${papers.stamp.asOf} `,
    ...instantWords(now, timeZone, language),
    '.',
  ];
}

/** Of a plan out of a file nobody can say that it is in force, nor that it is published anywhere. */
function fileStamp(
  { plan, address }: PlanParts,
  { holdsFrom, isPublishedElsewhere }: NonNullable<PlanParts['plan']['ofFile']>,
  language: Language,
): Words {
  const { stamp, ofFile } = catalogue(language).papers;
  const { number, digest } = plan.published;
  const leads = isPublishedElsewhere ? ofFile.inForceAt : ofFile.address;
  return [
    `${ofFile.says} ${stamp.revision({ number })}, ${ofFile.holdsFrom} `,
    ...instantWords(holdsFrom, clocksOfPlan(plan), language),
    `. ${stamp.digest} `,
    { text: shortDigest(digest), isCode: true },
    '. ',
    ...(isPage(address) ? [`${leads} `, { text: address, href: address }, '. '] : []),
    ofFile.people,
  ];
}
