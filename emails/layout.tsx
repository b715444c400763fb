import { Container, Head, Html, Preview, Section, Text } from '@react-email/components';
import type { ReactNode } from 'react';

/** Colours of the interface (app/ui/styles/tokens.css), written out: mail readers know no variables. */
const light = { paper: '#f7f6f2', card: '#ffffff', ink: '#1d2230', muted: '#545b6b', line: '#dcdad2', accent: '#0a6168', onAccent: '#ffffff' };
const font = "'Atkinson Hyperlegible Next', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** Readers that follow the machine's dark theme obey this; the others keep the light one. */
const dark = `
@media (prefers-color-scheme: dark) {
  .paper { background: #12161b !important; }
  .card { background: #1a2027 !important; border-color: #303843 !important; }
  .ink { color: #e9ebef !important; }
  .muted { color: #a8afbc !important; }
  .link { color: #66c7c9 !important; }
  .button { background: #66c7c9 !important; color: #06282b !important; }
}`;

export type LayoutProps = { preview: string; title: string; children: ReactNode; foot: ReactNode };

/** The sheet around each message: what it is about, what to do, why it came. */
export function Layout({ preview, title, children, foot }: LayoutProps) {
  return (
    <Html lang="fr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{dark}</style>
      </Head>
      {/* Not the library's Body, which moves the style to a cell that the dark sheet cannot reach. */}
      <body className="paper" style={{ margin: 0, padding: '24px 12px', background: light.paper, fontFamily: font }}>
        <Preview>{preview}</Preview>
        <Container style={{ maxWidth: '520px' }}>
          <Text className="ink" style={{ ...paragraph, fontWeight: 700 }}>
            Maillage
          </Text>
          <Section className="card" style={{ background: light.card, border: `1px solid ${light.line}`, borderRadius: '10px', padding: '20px 24px' }}>
            <h1 className="ink" style={{ margin: '0 0 12px', color: light.ink, fontSize: '22px', lineHeight: '28px' }}>
              {title}
            </h1>
            {children}
          </Section>
          <Text className="muted" style={{ ...paragraph, color: light.muted, fontSize: '14px', lineHeight: '21px' }}>
            {foot}
          </Text>
        </Container>
      </body>
    </Html>
  );
}

const paragraph = { margin: '12px 0', color: light.ink, fontSize: '16px', lineHeight: '24px' };

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={paragraph}>
      {children}
    </Text>
  );
}

/** The one thing to do, and its address in clear for readers that show no button. */
export function Action({ href, children }: { href: string; children: string }) {
  return (
    <>
      <a className="button" href={href} style={{ display: 'inline-block', margin: '8px 0', padding: '12px 20px', borderRadius: '8px', background: light.accent, color: light.onAccent, fontSize: '16px', fontWeight: 600, textDecoration: 'none' }}>
        {children}
      </a>
      <Text className="muted" style={{ ...paragraph, color: light.muted, fontSize: '14px', lineHeight: '21px' }}>
        Si le bouton ne s’ouvre pas, copiez cette adresse :{' '}
        <a className="link" href={href} style={{ color: light.accent, wordBreak: 'break-all' }}>
          {href}
        </a>
      </Text>
    </>
  );
}
