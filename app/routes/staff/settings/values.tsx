import { useLoaderData, useSearchParams } from '@remix-run/react';
import { notFound } from '~/domain/errors';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { addValue } from '~/domain/value/add-value.server';
import { deleteValue } from '~/domain/value/delete-value.server';
import { listValues } from '~/domain/value/list-values.server';
import { moveValue } from '~/domain/value/move-value.server';
import { renameValue } from '~/domain/value/rename-value.server';
import { putValueBack, retireValue } from '~/domain/value/retire-value.server';
import { addValueSchema, deleteValueSchema, moveValueSchema, oneValueSchema, renameValueSchema } from '~/domain/value/value.schema';
import { isValueSet, valueSets, type ValueSetKey } from '~/domain/value/value-sets';
import { paths } from '~/paths';
import { DeleteValueForm } from '~/routes/staff/settings/parts/delete-value-form';
import { OwnValues } from '~/routes/staff/settings/parts/own-values';
import { AddValueForm, RenameValueForm } from '~/routes/staff/settings/parts/value-forms';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page } from '~/server/http.server';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Card } from '~/ui/card';

export const loader = page('value.manage', async (ctx, { params: { set } }) => {
  if (!isValueSet(set)) throw notFound('Cette liste de valeurs n’existe pas.');
  return { set, ...(await listValues(ctx, { set })) };
});

const done = (set: ValueSetKey, text: string) => redirectWith(paths.settingsValues(set), { kind: 'ok', text });

export const action = commands({
  add: command('value.manage', addValueSchema, async (ctx, input) => {
    await addValue(ctx, input);
    return done(input.set, `${inGuillemets(input.label)} est dans vos listes.`);
  }),
  rename: command('value.manage', renameValueSchema, async (ctx, input) => {
    await renameValue(ctx, input);
    return done(input.set, 'Le nouveau nom est enregistré.');
  }),
  up: command('value.manage', oneValueSchema, async (ctx, input) => {
    await moveValue(ctx, moveValueSchema.parse({ ...input, towards: 'up' }));
    return done(input.set, 'L’ordre est enregistré.');
  }),
  down: command('value.manage', oneValueSchema, async (ctx, input) => {
    await moveValue(ctx, moveValueSchema.parse({ ...input, towards: 'down' }));
    return done(input.set, 'L’ordre est enregistré.');
  }),
  retire: command('value.manage', oneValueSchema, async (ctx, input) => {
    await retireValue(ctx, input);
    return done(input.set, 'La valeur est retirée : on ne la propose plus, et les partenaires qui l’ont la gardent.');
  }),
  back: command('value.manage', oneValueSchema, async (ctx, input) => {
    await putValueBack(ctx, input);
    return done(input.set, 'La valeur est de nouveau proposée.');
  }),
  delete: command('value.manage', deleteValueSchema, async (ctx, input) => {
    const { label, replaced } = await deleteValue(ctx, input);
    return done(input.set, `${inGuillemets(label)} est supprimée${replaced > 0 ? ` et remplacée chez ${replaced} partenaire${replaced > 1 ? 's' : ''}` : ''}.`);
  }),
});

export default function Values() {
  const { set, network, own } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const definition = valueSets[set];
  const edited = own.find(({ id }) => id === search.get('valeur'));
  const others = [...own.filter(({ isRetired }) => !isRetired), ...network].filter(({ id }) => id !== edited?.id);
  return (
    <>
      <Breadcrumb items={[{ label: 'Valeurs locales', to: paths.settingsValues() }]} />
      <h2 className="mb-1">{definition.many}</h2>
      <p className="mb-4 text-muted">{definition.says}</p>
      {edited && (
        <>
          {!edited.isRetired && (
            <Card title={`Renommer ${inGuillemets(edited.label)}`}>
              <RenameValueForm key={`${edited.id} ${edited.version}`} set={set} value={edited} />
            </Card>
          )}
          <Card title={`${edited.isRetired ? 'Supprimer' : 'Retirer ou supprimer'} ${inGuillemets(edited.label)}`}>
            <DeleteValueForm key={edited.id} set={set} value={edited} others={others} />
          </Card>
        </>
      )}
      <OwnValues set={set} values={own} />
      {!edited && (
        <Card title="Ajouter une valeur">
          <AddValueForm key={own.length} set={set} example={definition.example} />
        </Card>
      )}
      <Card title="Valeurs du réseau">
        {network.length === 0 ? (
          <p className="text-muted">Le réseau n’en propose pas : cette liste est entièrement à vous.</p>
        ) : (
          <>
            <p className="mb-2 text-muted">Communes à toutes les Missions Locales, elles ne se changent pas ici.</p>
            <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
              {network.map(({ id, label }) => (
                <li key={id}>{label}</li>
              ))}
            </ul>
          </>
        )}
      </Card>
    </>
  );
}
