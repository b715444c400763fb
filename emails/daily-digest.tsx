import { Action, Layout, Paragraph } from './layout';

export type DigestTask = { title: string; partner: string | null; /** « en retard, prévue hier » */ when: string };
export type DailyDigestProps = { firstName: string; place: string; late: number; today: number; tasks: readonly DigestTask[]; link: string; switchOff: string };

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

/** « 2 tâches aujourd’hui, 1 en retard » */
export function digestSummary({ late, today }: Pick<DailyDigestProps, 'late' | 'today'>): string {
  if (today === 0) return plural(late, 'tâche en retard', 'tâches en retard');
  const due = `${plural(today, 'tâche', 'tâches')} aujourd’hui`;
  return late === 0 ? due : `${due}, ${late} en retard`;
}

export const dailyDigestSubject = (props: DailyDigestProps) => `${digestSummary(props)} · Maillage`;

/** The morning mail: what is due today and what is late. */
export function DailyDigest(props: DailyDigestProps) {
  const { firstName, place, late, today, tasks, link, switchOff } = props;
  const more = late + today - tasks.length;
  return (
    <Layout
      preview={`${digestSummary(props)}.`}
      title={`Bonjour, ${firstName}`}
      foot={
        <>
          Vous recevez ce message les jours de travail où quelque chose vous attend ({place}). Pour ne plus le recevoir :{' '}
          <a className="muted" href={switchOff} style={{ color: '#545b6b' }}>
            Mon compte
          </a>
          .
        </>
      }
    >
      <Paragraph>
        <b>{digestSummary(props)}.</b>
      </Paragraph>
      {tasks.map(({ title, partner, when }, index) => (
        <Paragraph key={index}>
          {title}
          <br />
          {[partner, when].filter(Boolean).join(' · ')}
        </Paragraph>
      ))}
      {more > 0 && <Paragraph>{more > 1 ? `Et ${more} autres.` : 'Et une autre.'}</Paragraph>}
      <Action href={link}>Ouvrir mes tâches</Action>
    </Layout>
  );
}
