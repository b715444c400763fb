import { useEffect, useRef, useState } from 'react';
import { Button } from '~/ui/button';
import { useHydrated } from '~/ui/use-hydrated';

/** The browser's own dictation: not in the types of TypeScript, nor in every browser. */
type Recognition = { lang: string; continuous: boolean; start: () => void; stop: () => void; onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>; resultIndex: number }) => void) | null; onend: (() => void) | null; onerror: ((event: { error: string }) => void) | null };
type WithRecognition = { SpeechRecognition?: new () => Recognition; webkitSpeechRecognition?: new () => Recognition };

const recognitionHere = () => (window as unknown as WithRecognition).SpeechRecognition ?? (window as unknown as WithRecognition).webkitSpeechRecognition;

/** Writes what is said at the end of the text. Not shown where the browser cannot listen. */
export function DictationButton({ field: fieldNow }: { field: () => HTMLTextAreaElement | null }) {
  const hydrated = useHydrated();
  const [listening, setListening] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
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
      type(field, [field.value.trimEnd(), said].filter(Boolean).join(' '));
    };
    heard.onerror = ({ error }) => setProblem(problems[error] ?? (error === 'aborted' ? null : problems.other!));
    heard.onend = () => setListening(false);
    setProblem(null);
    recognition.current = heard;
    heard.start();
    setListening(true);
  }

  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button type="button" size="small" aria-pressed={listening} onClick={() => (listening ? recognition.current?.stop() : listen(Heard))}>
        {listening ? 'Arrêter la dictée' : 'Dicter'}
      </Button>
      <span className="muted text-sm" role="status">{listening ? 'Parlez : le texte s’écrit. L’écoute passe par le service de votre navigateur, ne dictez rien de sensible.' : problem}</span>
    </div>
  );
}

/** What the browser says when it cannot hear, for a person. */
const problems: Record<string, string> = {
  'not-allowed': 'Le micro n’est pas autorisé pour ce site : ouvrez les réglages de votre navigateur.',
  'audio-capture': 'Aucun micro n’a été trouvé.',
  'no-speech': 'Rien n’a été entendu.',
  other: 'La dictée ne répond pas. Écrivez, ou réessayez plus tard.',
};

/** As if typed, so that the form counts and keeps it: React does not see a value that is only set. */
function type(field: HTMLTextAreaElement, text: string) {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
