import type { MetaFunction } from '@remix-run/node';
import { LegalText } from './legal-text';

export const meta: MetaFunction = () => [{ title: 'Accessibilité · Maillage' }];

/** The declaration that decree 2019-768 asks for. Without an audit the law knows one word only: not conforming. */
export default function Accessibility() {
  return (
    <LegalText title="Déclaration d’accessibilité">
      <p>
        Maillage est fait pour être utilisé par tout le monde, au clavier, avec un lecteur d’écran, en grand, en contraste sombre ou clair, sur un téléphone. La règle suivie est le référentiel général d’amélioration de l’accessibilité (RGAA, version 4), niveau AA.
      </p>
      <h2>État de conformité</h2>
      <p>
        Maillage est <b>non conforme</b> au RGAA 4, au sens de la loi : aucun audit n’a encore été réalisé par un organisme indépendant. Aucun taux ne peut donc être annoncé.
      </p>
      <h2>Ce qui est vérifié à chaque version</h2>
      <ul>
        <li>un contrôle automatique de chaque page, qui n’en accepte aucune erreur ;</li>
        <li>le parcours principal fait entièrement au clavier ;</li>
        <li>les contrastes, dans les apparences claire et sombre ;</li>
        <li>chaque page à 360 pixels de large, sans défilement horizontal du texte.</li>
      </ul>
      <p>Ces contrôles trouvent une partie des défauts seulement. Les essais avec des personnes qui utilisent un lecteur d’écran restent à faire.</p>
      <h2>Limites connues</h2>
      <ul>
        <li>les cartes montrent des lieux à l’œil ; la liste à côté dit la même chose en texte ;</li>
        <li>les fichiers importés par une agence gardent les défauts de leur auteur.</li>
      </ul>
      <h2>Une page vous bloque ?</h2>
      <p>Dites-le à la personne qui administre votre Mission Locale : elle vous donnera l’information sous une autre forme et transmettra le défaut.</p>
      <p>
        Sans réponse satisfaisante, vous pouvez saisir le <a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des droits</a>, en ligne ou par courrier gratuit sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
      </p>
    </LegalText>
  );
}
