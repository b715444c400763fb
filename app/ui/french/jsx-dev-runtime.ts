import * as react from 'react/jsx-dev-runtime';
import { inFrench } from './french-spaces';

/** As jsx-runtime.ts, for a site in development and for tests. */
export { Fragment, type JSX } from 'react/jsx-dev-runtime';
export const jsxDEV: typeof react.jsxDEV = (type, props, ...rest) => react.jsxDEV(type, inFrench(type, props as object), ...rest);
