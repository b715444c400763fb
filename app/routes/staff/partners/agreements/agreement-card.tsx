import { Form, Link } from '@remix-run/react';
import type { Permission } from '~/access/permissions';
import { noticeDay, renewals } from '~/domain/agreement/agreement';
import { agreementStates, agreementVerbs, agreementVerbsFrom } from '~/domain/agreement/agreement.lifecycle';
import type { AgreementRow } from '~/domain/agreement/agreement.queries.server';
import type { Choice } from '~/domain/partner/choices.queries.server';
import { dayOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import type { Failure } from '~/server/http.server';
import { ActionMenu, MenuButton } from '~/ui/action-menu';
import { Card } from '~/ui/card';
import { Chip, Chips } from '~/ui/chip';
import { DescriptionList } from '~/ui/description-list';
import { Flash } from '~/ui/flash';
import { AgreementFiles } from './agreement-files';
import { AgreementForm } from './agreement-form';
import { AgreementParties } from './agreement-parties';
import { EndsIn } from './ends-in';

type AgreementCardProps = { agreement: AgreementRow; forms: readonly Choice[]; permissions: readonly Permission[]; today: string; agency: string; mayWrite: boolean; failure?: Failure };

const said = (day: string | null) => day && dayOf(new Date(`${day}T12:00:00Z`));

/** An agreement: where it stands, its dates, who signs, what it covers, its files, and what can be done. */
export function AgreementCard({ agreement, forms, permissions, today, agency, mayWrite, failure }: AgreementCardProps) {
  const { id, title, state, startsOn, endsOn, signedOn, renewal, noticeDays, comment, link, holder, parties, forms: covered, files, isRenewed } = agreement;
  const notice = noticeDay(agreement);
  const facts = [
    { term: 'Dates', detail: startsOn || endsOn ? [startsOn && `du ${said(startsOn)}`, endsOn ? `au ${said(endsOn)}` : 'sans date de fin'].filter(Boolean).join(' ') : null },
    { term: 'Signée le', detail: said(signedOn) },
    { term: 'Reconduction', detail: [renewals[renewal].label, noticeDays && `préavis de ${noticeDays} jours`].filter(Boolean).join(', ') },
    ...(notice && state === 'active' ? [{ term: 'À dénoncer avant le', detail: said(notice) }] : []),
    { term: 'Parties', detail: [agency, holder.name, ...parties.map(({ name }) => name)].join(', ') },
    { term: 'Couvre', detail: covered.map(({ label }) => label).join(', ') },
  ];
  const mine = agreementVerbsFrom(state).filter((verb) => agreementVerbs[verb].permission && permissions.includes(agreementVerbs[verb].permission));
  const moveFailure = failure && !['edit', 'addParty'].includes(failure.intent ?? '') ? failure.errors.form : undefined;
  return (
    <Card
      title={title}
      action={
        mayWrite && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="agreementId" value={id} />
            <ActionMenu label={`Actions pour la convention ${title}`} iconOnly>
              {mine.map((verb) => <MenuButton key={verb} name="intent" value={verb} icon={verb === 'sign' ? 'check' : 'forward'}>{agreementVerbs[verb].label}</MenuButton>)}
              {!isRenewed && state !== 'draft' && state !== 'awaitingSignatures' && <MenuButton name="intent" value="renew" icon="refresh">Renouveler</MenuButton>}
              <MenuButton name="intent" value="delete" icon="remove" tone="danger">Supprimer</MenuButton>
            </ActionMenu>
          </Form>
        )
      }
    >
      {moveFailure && <Flash kind="error">{moveFailure}</Flash>}
      <div className="mb-3">
        <Chips>
          <Chip tone={agreementStates[state].tone}>{agreementStates[state].label}</Chip>
          <EndsIn {...{ state, endsOn, isRenewed, today }} />
        </Chips>
      </div>
      {link !== 'own' && (
        <p className="mb-3">{link === 'group' ? 'Portée par le groupe' : 'Avec'} <Link to={paths.partnerAgreements(holder.id)}>{holder.name}</Link></p>
      )}
      <DescriptionList items={facts} missing="–" />
      {comment && <p className="mt-2 whitespace-pre-line break-words">{comment}</p>}
      <AgreementFiles {...{ agreementId: id, holderId: holder.id, files, mayWrite }} />
      {mayWrite && (
        <>
          <AgreementParties agreementId={id} parties={parties} failure={failure?.intent === 'addParty' ? failure : undefined} />
          <details className="mt-3" open={failure?.intent === 'edit' ? true : undefined}>
            <summary>Modifier</summary>
            <div className="mt-3"><AgreementForm agreement={agreement} forms={forms} failure={failure?.intent === 'edit' ? failure : undefined} /></div>
          </details>
        </>
      )}
    </Card>
  );
}
