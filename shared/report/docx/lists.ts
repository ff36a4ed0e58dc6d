import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx';

export const LIST = { bullet: 'bullets', numbered: 'numbers' } as const;

/** The lists that a report may hold; one level is enough for a summary. */
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: LIST.bullet,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { start: 340, hanging: 227 } } },
        },
      ],
    },
    {
      reference: LIST.numbered,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { start: 397, hanging: 397 } } },
        },
      ],
    },
  ],
};
