import { useSending } from '~/routes/public/use-failure';
import { Button, type ButtonProps } from '~/ui/button';

/** The button of one of the page's commands: it waits while that one is on its way. */
export function IntentButton({ intent, ...button }: { intent: string } & Omit<ButtonProps, 'name' | 'value' | 'pending'>) {
  return <Button name="intent" value={intent} pending={useSending(intent)} {...button} />;
}
