/** Sending a large file with its progress, which fetch cannot tell. */

import { ApiProblem, send, Unreachable } from './request.ts';

/** Send `file` to `path`; `onprogress` hears how much has left the phone, from 0 to 1. */
export async function upload<T>(
  path: string, file: Blob, onprogress: (share: number) => void, timeoutMs: number): Promise<T> {
  await send('/api/setup');
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.timeout = timeoutMs;
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-CSRFToken', csrfToken());
    request.upload.onprogress = (event) => onprogress(event.loaded / event.total);
    const fail = () => reject(new Unreachable('The file could not be sent.'));
    request.onerror = fail;
    request.ontimeout = fail;
    request.onload = () => {
      if (request.status < 400) return resolve(request.response as T);
      const detail = (request.response as { detail?: string } | null)?.detail;
      reject(new ApiProblem(request.status, detail ?? `${request.status} ${request.statusText}`));
    };
    request.send(file);
  });
}

function csrfToken(): string {
  return /(?:^|;\s*)csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? '';
}
