import { useEffect, useRef, useState } from 'react';
import { Button } from '~/ui/button';
import { useHydrated } from '~/ui/use-hydrated';

/** The browser's own dictation: not in the types of TypeScript, nor in every browser. */
type Recognition = { lang: string; continuous: boolean; start: () => void; stop: () => void; onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>; resultIndex: number }) => void) | null; onend: (() => void) | null };
type WithRecognition = { SpeechRecognition?: new () => Recognition; webkitSpeechRecognition?: new () => Recognition };

const recognitionHere = () => (window as unknown as WithRecognition).SpeechRecognition ?? (window as unknown as WithRecognition).webkitSpeechRecognition;

/** Writes what is said at the end of the text. Not shown where the browser cannot listen. */
export function DictationButton({ field: fieldNow, onWritten }: { field: () => HTMLTextAreaElement | null; onWritten: () => void }) {
  const hydrated = useHydrated();
  const [listening, setListening] = useState(false);
  const recognition = useRef<Recognition | null>(null);
  useEffect(() => () => recognition.current?.stop(), []);
  const Heard = hydrated ? recognitionHere() : undefined;
  if (!Heard) return null;

  function listen(Recogniser: new () => Recognition) {
    const heard = new Recogniser();
    heard.lang = 'fr-FR';
    heard.continuous = true;
    heard.onresult = ({ results, resultIndex }) => {
      const field = fieldNow();
      const said = Array.from(results).slice(resultIndex).filter(({ isFinal }) => isFinal).map((result) => result[0]?.transcript.trim()).join(' ');
      if (!field || !said) return;
      field.value = [field.value.trimEnd(), said].filter(Boolean).join(' ');
      onWritten();
    };
    heard.onend = () => setListening(false);
    recognition.current = heard;
    heard.start();
    setListening(true);
  }

  return (
    <div>
      <Button type="button" size="small" aria-pressed={listening} onClick={() => (listening ? recognition.current?.stop() : listen(Heard))}>
        {listening ? 'Arrêter la dictée' : 'Dicter'}
      </Button>
    </div>
  );
}
