import { expect, test } from 'vitest';
import { addPartner } from '~/domain/partner/add-partner.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import * as undoMove from '~/routes/staff/partners/board/undo-move';
import * as undoMerge from '~/routes/staff/partners/merge/undo';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { visit } from '../../support/visits';

useDatabase();

test('« Annuler » trop tard ramène à la page d’où l’on vient, qui dit pourquoi ; ce qui n’existe pas reste une page introuvable', async () => {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const actor = await officer.actor();
  const { partnershipId } = await officer.do(addPartner, { name: 'Scierie' });
  const move = async (verb: 'activate' | 'sleep') => {
    await officer.do(movePartnership, { partnershipId, verb });
    return (await officer.run(({ db }) => db.stageMove.findFirstOrThrow({ where: { partnershipId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] }))).id;
  };
  const [first] = [await move('activate'), await move('sleep')];
  const cancel = (moveId: string) => visit({ file: '', address: '/partenaires/:partnerId/etapes/:moveId/annuler', module: undoMove }, actor, { params: { partnerId: partnershipId, moveId }, search: '?typologie=entreprise', form: {} });
  expect(await cancel(first)).toMatchObject({ status: 302, to: '/partenaires/etapes?typologie=entreprise' });
  expect(await cancel(crypto.randomUUID())).toMatchObject({ status: 302 });
  expect((await officer.run(({ db }) => db.partnership.findFirstOrThrow({ where: { id: partnershipId } }))).stage).toBe('dormant');
  await expect(visit({ file: '', address: '/partenaires/fusions/:mergeId/annuler', module: undoMerge }, actor, { params: { mergeId: crypto.randomUUID() }, form: {} })).resolves.toMatchObject({ status: 404 });
});
