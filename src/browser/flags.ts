import type { Host } from './host.js';

/** Places and permissions that a start of the browser depends on. */
export interface FlagFacts {
  /** Folder of the profile, absolute. */
  readonly profile: string;
  readonly sandbox: boolean;
}

/** What each switch of the browser is there for; a switch that serves nothing is not here. */
const always = {
  'talk over two pipes, so that no port is open and the browser ends when this process does': [
    '--remote-debugging-pipe',
  ],
  'no window, and no process for a graphics card that is not used': [
    '--headless',
    '--hide-scrollbars',
    '--mute-audio',
    '--disable-gpu',
    '--in-process-gpu',
  ],
  'same pixels and same widths on every machine': [
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--lang=en-US',
    '--disable-lcd-text',
  ],
  'no name resolves and no address is reached, not even 127.0.0.1': ['--host-resolver-rules=MAP * ~NOTFOUND'],
  'nothing speaks on its own': [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--no-pings',
    '--metrics-recording-only',
    '--disable-client-side-phishing-detection',
    '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider',
  ],
  'no first-run pages, no key ring, no crash reports with texts of a deck in them': [
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-breakpad',
    '--disable-crash-reporter',
  ],
  'a hidden page is laid out and printed as fast as a visible one': [
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
  ],
} as const;

/** The command line of the browser. */
export function browserFlags({ profile, sandbox }: FlagFacts, host: Host): readonly string[] {
  return [
    ...Object.values(always).flat(),
    // Containers give /dev/shm 64 MB, and a renderer that fills it is killed.
    ...(host.platform === 'linux' ? ['--disable-dev-shm-usage'] : []),
    // The zygote is there for the sandbox; without one, children start faster by themselves.
    ...(sandbox ? [] : ['--no-sandbox', '--no-zygote']),
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
}
