import type { Statement } from '../../outline/brief.js';
import { label } from '../../outline/mapped-text.js';
import type { ComposeKind, KindContext } from '../kind-view.js';
import { chain, derive, partyName, remarks } from '../pieces.js';
import { type LedgerRow, ledger } from './ledger.js';

/** The claim on top, what speaks for it and against it below. */
export const evidence: ComposeKind<'evidence'> = (slide, context) => {
  const { labels } = context;
  const none = label(slide.none_found ? labels.noneFound : labels.notSought);
  const rows = [
    ...side(slide.support, labels.support, context),
    ...side(slide.contrary, labels.contrary, context),
  ];
  if (slide.contrary.length === 0) rows.push({ name: label(labels.contrary), text: none, notes: [] });
  return { ...withClaim(ledger(rows, null, context, 320), slide.claim) };
};

function withClaim<T extends { readonly view: object }>(part: T, claim: Statement) {
  return { ...part, view: { ...part.view, claim: claim.text } };
}

function side(statements: readonly Statement[], name: string, context: KindContext): LedgerRow[] {
  return statements.map((statement, index) => {
    const who = partyName(statement.by);
    const notes = [
      ...(who ? [derive(who, (words) => `**${words}**`)] : []),
      ...chain(statement, context).map((text) =>
        derive(text, (words) => `${context.labels.via} ${words.replace(/\*\*/gu, '')}`),
      ),
      ...remarks(statement, context),
    ];
    return { name: label(index === 0 ? name : ' '), text: statement.text, notes };
  });
}
