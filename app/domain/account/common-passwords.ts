/**
 * Words that people add a year or a sign to when they are asked for twelve characters: the beginnings of the lists of most
 * used passwords in France, and the words of this very trade. Bare letters and digits, as `lettersAndDigits` makes them.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `motdepasse motdepasses monmotdepasse lemotdepasse unmotdepasse nouveaumotdepasse motdepassesecret changezmoi changemoi password passwords
  passw0rd p4ssw0rd passpass mypassword newpassword password1 secret secretsecret azerty azertyui azertyuiop azertyuiopqsdf azertyuiopqsdfghjklm
  azertyqwerty azerqsdf aqwzsxedc azeqsdwxc qwerty qwertyuiop qwertyuiopasdf qwertyazerty qwertz qsdfghjklm wxcvbn poiuytreza abcdef abcdefgh
  admin administrateur administrator administration adminadmin root superadmin utilisateur user test testtest demo demonstration
  bonjour bonjourbonjour bonsoir bienvenue welcome welcometo salut coucou coucoucoucou jetaime jetaimetrop jetaimemonamour iloveyou
  loulou doudou chouchou chocolat nicolas thomas camille marseille toulouse olympique football soleil vacances printemps automne
  princesse dragon pokemon starwars superman batman naruto footballer letmein sunshine monkey trustno1 whatever
  missionlocale missionslocales missionlocalejeunes missionlocaledesjeunes lamissionlocale maillage imilo milo garantiejeunes
  contratengagementjeune francetravail poleemploi partenaire partenaires partenariat entreprise entreprises accompagnement insertion
  emploiformation conseiller conseillere direction accueil france republique libertéegalité`
    .split(/\s+/)
    .map((word) => word.normalize('NFD').replace(/\p{M}/gu, '')),
);
