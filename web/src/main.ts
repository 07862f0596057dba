import { mount } from 'svelte';
import App from './App.svelte';
import { keepShell } from './offline/update.svelte.ts';
import { appearAsBefore } from './shell/appearance.ts';
import './style/tokens.css';
import './style/base.css';

appearAsBefore();
mount(App, { target: document.getElementById('app')! });
void keepShell();
