import type { ImportSubject } from '#prisma';
import { offerImportFields } from '~/domain/offer/import/offer-columns';
import type { ColumnField } from './column-vocabulary';
import { importFields } from './fields';

export type { ImportSubject };

/** What a file may hold: the words of its screens, its columns. */
export const importSubjects = {
  partners: {
    title: 'Importer des partenaires',
    fields: importFields as readonly ColumnField[],
    one: 'organisation',
    many: 'organisations',
    inWhere: 'dans vos partenaires',
    needed: 'Il faut au moins le nom.',
    file: 'Tableau de partenaires',
    hint: 'Nom, SIRET, adresse, téléphone…',
    seeAll: 'Voir les partenaires',
    asBefore: 'Vos partenaires sont comme avant.',
    upToDate: 'Toutes les organisations de ce fichier sont déjà chez vous, à jour.',
    merged: 'de la même organisation',
    undoText: 'Ce qu’il a ajouté disparaît, ce qu’il a complété redevient comme avant. Si quelqu’un a travaillé depuis sur ces partenaires, rien n’est annulé.',
  },
  offers: {
    title: 'Importer des offres',
    fields: offerImportFields as readonly ColumnField[],
    one: 'offre',
    many: 'offres',
    inWhere: 'parmi vos offres',
    needed: 'Il faut au moins le titre et la sorte d’offre.',
    file: 'Tableau d’offres',
    hint: 'Titre, sorte, partenaire, dates, métier… : le plus simple est de partir d’un export de vos offres.',
    seeAll: 'Voir nos offres',
    asBefore: 'Vos offres sont comme avant.',
    upToDate: 'Toutes les offres de ce fichier sont déjà chez vous, à jour.',
    merged: 'de la même offre',
    undoText: 'Les offres ajoutées disparaissent, celles qui ont été modifiées redeviennent comme avant. Si quelqu’un a travaillé depuis sur ces offres, rien n’est annulé.',
  },
} as const satisfies Record<ImportSubject, object>;

export type SubjectWords = (typeof importSubjects)[ImportSubject];
