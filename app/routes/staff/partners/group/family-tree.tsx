import { isOurs, leadsToOurs, type Branch } from '~/domain/group/family';
import { RelativeLine } from './relative-line';

/**
 * A group or a federation from its top: nested lists, each level folds. Plain HTML, so that it works without script, by keyboard, and
 * a screen reader says how deep one is. What leads to a partner of ours is open; the others are folded together.
 */
export function FamilyTree({ top, mayAdd }: { top: Branch; mayAdd: boolean }) {
  return <ul className="family"><BranchItem branch={top} mayAdd={mayAdd} isTop /></ul>;
}

function BranchItem({ branch, mayAdd, isTop = false }: { branch: Branch; mayAdd: boolean; isTop?: boolean }) {
  const { children } = branch;
  if (children.length === 0) return <li><RelativeLine relative={branch} mayAdd={mayAdd} /></li>;
  const shown = children.filter(leadsToOurs);
  const others = children.filter((child) => !leadsToOurs(child));
  const count = children.length > 1 ? `${children.length} au-dessous` : '1 au-dessous';
  return (
    <li>
      <RelativeLine relative={branch} mayAdd={mayAdd} />
      <details open={isTop || leadsToOurs(branch) || isOurs(branch)}>
        <summary>{count}<span className="visually-hidden"> de {branch.name}</span></summary>
        <ul>{(shown.length > 0 ? shown : others).map((child) => <BranchItem key={child.id} branch={child} mayAdd={mayAdd} />)}</ul>
        {shown.length > 0 && others.length > 0 && (
          <details>
            <summary>{others.length > 1 ? `${others.length} autres établissements connus du réseau` : 'Un autre établissement connu du réseau'}</summary>
            <ul>{others.map((child) => <BranchItem key={child.id} branch={child} mayAdd={mayAdd} />)}</ul>
          </details>
        )}
      </details>
    </li>
  );
}
