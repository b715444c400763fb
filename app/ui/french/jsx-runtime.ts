import * as react from 'react/jsx-runtime';
import { inFrench } from './french-spaces';

/**
 * What every element of ours is made with (`jsxImportSource` of tsconfig.json): React's own, and the strings that it shows have
 * French spaces. So that no screen has to think of them, and none forgets.
 */
export { Fragment, type JSX } from 'react/jsx-runtime';
export const jsx: typeof react.jsx = (type, props, key) => react.jsx(type, inFrench(type, props as object), key);
export const jsxs: typeof react.jsxs = (type, props, key) => react.jsxs(type, inFrench(type, props as object), key);
