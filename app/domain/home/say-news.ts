import { sayKind } from '~/domain/exchange/exchange-kinds';
import { historyField } from '~/domain/history/history-fields';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import type { PortfolioNews } from './portfolio-news.server';

/** What happened, in a few words; null for a change that nobody would read (columns of the machine). */
export function sayNews(news: PortfolioNews): string | null {
  if (news.type === 'exchange') return sayKind(news.kind, news.direction);
  if (news.type === 'move') return `Étape : ${stages[news.toStage].label.toLowerCase()}`;
  const labels = [...new Set(news.columns.flatMap((column) => historyField('organisation', column)?.label ?? []))];
  if (labels.length === 0) return null;
  const shown = labels.slice(0, 2).map((label, index) => (index === 0 ? label : label.toLowerCase())).join(', ');
  return `Fiche corrigée : ${shown.charAt(0).toLowerCase()}${shown.slice(1)}${labels.length > 2 ? '…' : ''}`;
}

/** Who did it: a colleague by name, another agency without its name, or the machine. */
export function sayWho(news: PortfolioNews): string {
  if (news.who) return news.who;
  return news.type === 'facts' && !news.isOurs ? 'hors de l’agence' : 'Maillage';
}
