import { mount } from 'svelte';
import App from './App.svelte';
import { keepShell } from './offline/update.svelte.ts';
import { appearAsBefore } from './shell/appearance.ts';
import './style/tokens.css';
import './style/base.css';

await appearAsBefore();
mount(App, { target: document.getElementById('app')! });
// Private windows have no worker: the app then needs its server at every start.
keepShell().catch((reason: unknown) => console.info(reason));
