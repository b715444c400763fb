import { isOurs, leadsToOurs, type Branch } from '~/domain/group/family';
import { RelativeLine } from './relative-line';

/**
 * A group or a federation from its top: nested lists, each level folds. Plain HTML, so that it works without script, by keyboard, and
 * a screen reader says how deep one is. What leads to a partner of ours is open; the others are folded together.
 */
export function FamilyTree({ top, mayAdd }: { top: Branch; mayAdd: boolean }) {
  return <ul className="family"><BranchItem branch={top} mayAdd={mayAdd} words={top.isFederation ? ['membre', 'membres'] : ['établissement', 'établissements']} isTop /></ul>;
}

/** `words`: what hangs on the top is called so, one and many. */
type BranchItemProps = { branch: Branch; mayAdd: boolean; words: readonly [one: string, many: string]; isTop?: boolean };

function BranchItem({ branch, mayAdd, words, isTop = false }: BranchItemProps) {
  const { children } = branch;
  if (children.length === 0) return <li><RelativeLine relative={branch} mayAdd={mayAdd} /></li>;
  const shown = children.filter(leadsToOurs);
  const others = children.filter((child) => !leadsToOurs(child));
  const [one, many] = words;
  return (
    <li>
      <RelativeLine relative={branch} mayAdd={mayAdd} />
      <details open={isTop || leadsToOurs(branch) || isOurs(branch)}>
        <summary>{children.length} {children.length > 1 ? many : one}<span className="visually-hidden"> de {branch.name}</span></summary>
        <ul>{(shown.length > 0 ? shown : others).map((child) => <BranchItem key={child.id} branch={child} mayAdd={mayAdd} words={words} />)}</ul>
        {shown.length > 0 && others.length > 0 && (
          <details>
            <summary>{others.length > 1 ? `${others.length} autres ${many} que le réseau connaît` : `Un autre ${one} que le réseau connaît`}</summary>
            <ul>{others.map((child) => <BranchItem key={child.id} branch={child} mayAdd={mayAdd} words={words} />)}</ul>
          </details>
        )}
      </details>
    </li>
  );
}
