import type { LevelPeople, LevelPerson } from '../../app/views/case/people.ts';
import type { CaseContext } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Option } from '../parts/field.tsx';

/** Every number that may have been rung, level by level, and of each level that it was another. */
export function rungNumbers(
  levels: readonly LevelPeople[],
  language: Language,
  context: CaseContext,
): readonly Option[] {
  const words = catalogue(language).casePage;
  return levels.flatMap(({ level, reach, otherwise }) => {
    const title = words.reach.level(level, context);
    return [
      ...[...reach, ...otherwise].flatMap((person) => numbersOf(person, { level, title, words: words.rung })),
      { value: `${level}/other`, label: words.rung.other({ level: title }) },
    ];
  });
}

interface OfLevel {
  readonly level: number;
  readonly title: string;
  readonly words: ReturnType<typeof catalogue>['casePage']['rung'];
}

const numbersOf = (
  { contact, name, title: seat, office, mobile }: LevelPerson,
  { level, title, words }: OfLevel,
): readonly Option[] =>
  Object.entries({ office, mobile }).flatMap(([telephone, number]) =>
    number === undefined
      ? []
      : [
          {
            value: `${level}/${telephone}/${contact}`,
            label: words[telephone as 'office' | 'mobile']({
              level: title,
              name: name ?? seat,
              value: number,
            }),
          },
        ],
  );
