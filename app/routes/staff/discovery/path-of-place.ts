import type { Place } from '~/domain/discovery/places';
import { paths } from '~/paths';
import { arrangePath } from '~/routes/staff/home/arrange-blocks';

export const pathOfPlace = (place: Place): string => (place === 'arrangeHome' ? arrangePath : paths[place]());
