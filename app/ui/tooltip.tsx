import type { ComponentProps, ReactNode } from 'react';
import { Focusable } from 'react-aria-components/Focusable';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { ReactAriaFrame } from './react-aria-frame';

/**
 * A few more words about a button, on hover and on focus. Never the only place where something is said: a finger does not
 * hover. The child is one native element that takes the focus.
 */
export function Tooltip({
  text,
  children,
}: {
  text: ReactNode;
  children: ComponentProps<typeof Focusable>['children'];
}) {
  return (
    <ReactAriaFrame>
      <TooltipTrigger delay={400} closeDelay={100}>
        <Focusable>{children}</Focusable>
        <AriaTooltip className="tooltip" offset={6}>
          {text}
        </AriaTooltip>
      </TooltipTrigger>
    </ReactAriaFrame>
  );
}
