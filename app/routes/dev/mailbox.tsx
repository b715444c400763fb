import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { momentOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { RouteErrorScreen } from '~/root';
import { publicPage } from '~/server/http.server';
import { mailbox } from '~/server/mailbox.server';
import { Card } from '~/ui/card';
import { Columns } from '~/ui/columns';
import { EmptyState } from '~/ui/empty-state';
import { Page } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Courriels de cette machine · Maillage' }];

/** The messages that this machine keeps instead of sending them: on a machine for trying, never in production. */
export const loader = publicPage(async ({ url }) => {
  const all = await mailbox();
  const wanted = url.searchParams.get('courriel');
  const mails = all.map(({ file, to, subject, date }) => ({ file, to, subject, when: momentOf(new Date(date)) }));
  const open = all.find(({ file }) => file === wanted) ?? all[0];
  return { mails, open: open && { file: open.file, from: open.from, to: open.to, subject: open.subject, text: open.text } };
});

/** The addresses of a text, ready to be opened. */
const withLinks = (text: string) => text.split(/(https?:\/\/\S+)/).map((piece, index) => (index % 2 === 1 ? <a key={index} href={piece}>{piece}</a> : piece));

export default function Mailbox() {
  const { mails, open } = useLoaderData<typeof loader>();
  return (
    <main className="main" id="contenu">
      <Page title="Courriels de cette machine" meta={['Rien ne part sur le réseau : les messages restent dans ce dossier.']}>
        {open ? (
          <Columns aside={<List mails={mails} open={open.file} />}>
            <Card title={open.subject}>
              <p className="mb-3 text-muted">
                De {open.from} à {open.to}
              </p>
              <p className="whitespace-pre-wrap">{withLinks(open.text)}</p>
              <p className="mt-5">
                <a href={paths.devMail(open.file)}>Voir sa mise en page</a>
              </p>
            </Card>
          </Columns>
        ) : (
          <EmptyState icon="mail" title="Aucun courriel pour le moment" text="Invitez quelqu’un ou demandez un nouveau mot de passe : le message apparaîtra ici." />
        )}
      </Page>
    </main>
  );
}

function List({ mails, open }: { mails: { file: string; to: string; subject: string; when: string }[]; open: string }) {
  return (
    <nav aria-label="Courriels">
      <ul className="grid gap-2">
        {mails.map(({ file, to, subject, when }) => (
          <li key={file}>
            <Link to={`${paths.devMailbox()}?courriel=${encodeURIComponent(file)}`} aria-current={file === open ? 'page' : undefined} className="block rounded-card border border-line bg-card p-3 no-underline aria-[current]:border-accent">
              <b className="block">{subject}</b>
              <span className="block text-[0.9375rem] text-muted">{to}</span>
              <span className="block text-[0.875rem] text-muted">{when}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function ErrorBoundary() {
  return (
    <main className="main">
      <RouteErrorScreen />
    </main>
  );
}
