import { messages } from '@/i18n/messages';

/** The words of the chart of surveys. */
export const surveyWords = {
  note: {
    zh: '各项调查的对象、时间和问法不同，不宜相加；谁做的调查见表中“谁测算”。',
    en: 'The surveys asked different people different things at different times: do not add them. Who asked is in the column “Who counted”.',
  },
  ...messages({
    zh: {
      finding: (values: number, surveys: number) => `${surveys} 项调查指标，共 ${values} 个比例。`,
      highest: (survey: string, subject: string, value: string) =>
        `${survey}中最高的是“${subject}”，${value}。`,
    },
    en: {
      finding: (values, surveys) =>
        `${values} ${values === 1 ? 'share' : 'shares'} from ${surveys} survey ${surveys === 1 ? 'indicator' : 'indicators'}.`,
      highest: (survey, subject, value) => `${survey}: “${subject}” is the highest, ${value}.`,
    },
  }),
} as const;
