import type { ActionFunctionArgs } from '@remix-run/node';
import { paths } from '~/paths';
import { alongWalk } from '~/routes/staff/partners/list/list-address';

type Action = (args: ActionFunctionArgs) => Promise<unknown>;

/** An action of a page of the record: what leads back to the record keeps the list that one walks, as the address of the form said it. */
export function keepingWalk<A extends Action>(action: A): A {
  const along = async (args: ActionFunctionArgs) => {
    const answer = await action(args);
    const to = answer instanceof Response ? answer.headers.get('Location') : null;
    if (answer instanceof Response && to?.startsWith(paths.partner(args.params.partnerId ?? ''))) answer.headers.set('Location', alongWalk(to, new URL(args.request.url).searchParams));
    return answer;
  };
  return Object.assign(along, action) as unknown as A;
}
