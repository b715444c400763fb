import { nationalStateOn, nationalStates, type NationalAgreement } from '~/domain/national-agreement/national-agreement';
import { dayOf } from '~/domain/text/french-date';
import { mailLink } from '~/domain/text/mail-link';
import { Chip, Chips } from '~/ui/chip';
import { DescriptionList } from '~/ui/description-list';

const said = (day: string) => dayOf(new Date(`${day}T12:00:00Z`));

/** What a national agreement says: where it stands, its period, its forms, its words, whom to ask for at the group. */
export function NationalAgreementFacts({ agreement, today }: { agreement: NationalAgreement; today: string }) {
  const { startsOn, endsOn, endedOn, forms, says, link, contactName, contactEmail, contactPhone } = agreement;
  const { label, tone } = nationalStates[nationalStateOn(agreement, today)];
  const period = [startsOn && `du ${said(startsOn)}`, endsOn ? `au ${said(endsOn)}` : startsOn && 'sans date de fin', endedOn && `arrêté le ${said(endedOn)}`].filter(Boolean).join(' ');
  const contact = [contactName, contactEmail && <a key="email" href={mailLink(contactEmail)}>{contactEmail}</a>, contactPhone && <a key="phone" href={`tel:${contactPhone.replace(/\s/g, '')}`}>{contactPhone}</a>].filter(Boolean);
  return (
    <>
      <div className="mb-3"><Chips><Chip tone={tone}>{label}</Chip></Chips></div>
      <DescriptionList
        missing="–"
        items={[
          { term: 'Période', detail: period || null },
          { term: 'Concerne', detail: forms.map((form) => form.label).join(', ') || 'toutes les formes d’engagement' },
          { term: 'Contact du groupe', detail: contact.length > 0 ? <ul>{contact.map((part, i) => <li key={i}>{part}</li>)}</ul> : null },
          { term: 'Texte', detail: link && <a href={link} rel="noreferrer noopener" target="_blank">{link.replace(/^https?:\/\//, '')}<span className="visually-hidden"> (nouvel onglet)</span></a> },
        ]}
      />
      {says && <p className="mt-3 whitespace-pre-line break-words">{says}</p>}
    </>
  );
}
