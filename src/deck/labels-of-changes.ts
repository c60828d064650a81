/** briefdeck's own words about what changed since the last edition. */
export const englishOfChanges = {
  nothingNew: 'No judgement has changed since the last edition.',
  since: 'Since',
  wasAbsent: 'not there',
  dropped: 'dropped',
  sinceLast: 'Since the last edition',
  changedSince: 'What has changed since',
  theLastEdition: 'the last edition',
  andFurther: 'and',
  furtherChange: 'further change',
  furtherChanges: 'further changes',
  keyJudgementNumber: 'Judgement',
  changeMarks: { new: 'New', changed: 'Changed' },
} as const;
