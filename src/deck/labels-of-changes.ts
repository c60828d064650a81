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
  changeMarks: { new: 'New', changed: 'Changed', removed: 'Removed' },
  fromEdition: 'From',
  toEdition: 'to',
  nothingChanged: 'Nothing changed',
  counted: {
    changes: ['change', 'changes'],
    moved: ['judgement moved', 'judgements moved'],
    added: ['new', 'new'],
    removed: ['gone', 'gone'],
    reworded: ['text reworded', 'texts reworded'],
  },
  changesTo: 'Changes to',
  howToReadRedline:
    'Words that came in are ⟨in⟩underlined⟨/in⟩, words that went are ⟨out⟩struck through⟨/out⟩; a bar beside a text says that it changed. Slides without changes are left out.',
} as const;
