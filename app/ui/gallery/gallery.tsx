import { ButtonSpecimens } from './buttons';
import { ChoiceSpecimens } from './choices';
import { FeedbackSpecimens } from './feedback';
import { FieldSpecimens } from './fields';
import { FilterSpecimens } from './filters';
import { LayoutSpecimens } from './layout';
import { MapSpecimens } from './maps';
import { StateSpecimens } from './states';
import { TableSpecimens } from './tables';
import { WindowSpecimens } from './windows';

/** Every component in every state, to look at and to test. Fictional people and organisations only. */
export function Gallery() {
  return (
    <>
      <ButtonSpecimens />
      <FieldSpecimens />
      <ChoiceSpecimens />
      <FilterSpecimens />
      <TableSpecimens />
      <StateSpecimens />
      <LayoutSpecimens />
      <FeedbackSpecimens />
      <WindowSpecimens />
      <MapSpecimens />
    </>
  );
}
