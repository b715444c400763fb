-- A selection that was emptied can come back until the night, or the next time it is emptied.
ALTER TYPE "kept_in" ADD VALUE 'emptied';
