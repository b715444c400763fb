import { paths } from '~/paths';
import { Card } from '~/ui/card';
import { LinkButton } from '~/ui/link-button';

/** The space of partners is not open yet: said as it is. */
export function PartnerHome({ place }: { place: string }) {
  return (
    <Card title={`L’espace de ${place}`}>
      <p>Votre compte est prêt. L’espace des partenaires, où vous mettrez à jour votre fiche et répondrez aux propositions, n’est pas encore ouvert.</p>
      <p className="mt-2">Votre Mission Locale vous enverra un courriel le jour venu : vous entrerez avec ce même compte. D’ici là, appelez la personne que vous connaissez : elle corrige votre fiche avec vous.</p>
      <p className="mt-4">
        <LinkButton to={paths.account()} icon="person">
          Voir mon compte
        </LinkButton>
      </p>
    </Card>
  );
}
