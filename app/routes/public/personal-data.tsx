import type { MetaFunction } from '@remix-run/node';
import { LegalText } from './legal-text';

export const meta: MetaFunction = () => [{ title: 'Données personnelles · Maillage' }];

/** What the GDPR (articles 13 and 14) asks to be told, about what the program really keeps. */
export default function PersonalData() {
  return (
    <LegalText title="Données personnelles">
      <p>Chaque Mission Locale est responsable de ce qu’elle enregistre dans Maillage, pour suivre ses partenaires au service des jeunes qu’elle accompagne. C’est sa mission de service public.</p>
      <h2>Si vous avez un compte</h2>
      <ul>
        <li>votre nom, votre adresse de courriel, votre téléphone si vous l’écrivez, votre rôle et votre site ;</li>
        <li>votre mot de passe, sous une forme qui ne permet pas de le relire ;</li>
        <li>les appareils connectés : le navigateur, le début et le dernier passage, effacés trois mois après leur fin ;</li>
        <li>vos essais de connexion manqués, sous une forme illisible, effacés après un jour ;</li>
        <li>les changements que vous faites dans les fiches : qui, quand, quoi. Vos collègues les voient.</li>
      </ul>
      <h2>Si vous travaillez chez un partenaire</h2>
      <ul>
        <li>votre nom, votre fonction, votre téléphone et votre courriel professionnels, écrits par la Mission Locale qui vous connaît ;</li>
        <li>les notes qui concernent la relation avec votre organisation.</li>
      </ul>
      <p>Ces informations ne sont visibles que de cette Mission Locale. Les autres, même si elles travaillent aussi avec votre organisation, ne les voient pas.</p>
      <h2>Cookies</h2>
      <p>Trois, tous nécessaires : la connexion (une semaine au plus), l’apparence claire ou sombre que vous avez choisie, et le message affiché après une action. Aucune mesure d’audience, aucun service extérieur.</p>
      <h2>Vos droits</h2>
      <p>
        Vous pouvez lire ce qui vous concerne, le faire corriger, le faire effacer ou vous y opposer. Adressez-vous à votre Mission Locale, ou à la personne qui y est chargée de la protection des données. Sans réponse satisfaisante, vous pouvez écrire à la <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
      </p>
    </LegalText>
  );
}
