/** The only place that calls fetch. */

/** An answer that is no success; `sentence` is written for the lifter. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly sentence: string,
    readonly retryAfterS?: number,
  ) {
    super(sentence);
  }
}

/** No answer at all: no network, no server, or too slow. */
export class Unreachable extends Error {}

export interface Asked {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** An object goes as JSON, bytes go as they are. */
  body?: object | Blob;
  timeoutMs?: number;
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

const TIMEOUT_MS = 20_000;

/** Send a request with the cookie and the CSRF token; whatever the status, the response. */
export async function send(path: string, asked: Asked = {}): Promise<Response> {
  const method = asked.method ?? 'GET';
  if (method !== 'GET' && !csrfToken()) await fetched('/api/setup', { method: 'GET' }, asked);
  const response = await fetched(path, requestOf(method, asked), asked);
  if (response.status !== 403 || method === 'GET' || !(await isCsrfProblem(response))) {
    return response;
  }
  await fetched('/api/setup', { method: 'GET' }, asked);
  return fetched(path, requestOf(method, asked), asked);
}

/** The JSON of a successful answer; throws `ApiProblem` for any other. */
export async function ask<T>(path: string, asked: Asked = {}): Promise<T> {
  const response = await send(path, asked);
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const detail = body && typeof body === 'object' && 'detail' in body ? body.detail : null;
  const sentence = typeof detail === 'string' ? detail : `${response.status} ${response.statusText}`;
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
  return new ApiProblem(response.status, sentence, retryAfter);
}

function requestOf(method: string, { body, headers }: Asked): RequestInit {
  const isBytes = body instanceof Blob;
  return {
    method,
    headers: {
      Accept: 'application/json',
      ...(body && { 'Content-Type': isBytes ? 'application/octet-stream' : 'application/json' }),
      ...(method !== 'GET' && { 'X-CSRFToken': csrfToken() }),
      ...headers,
    },
    ...(body && { body: isBytes ? body : JSON.stringify(body) }),
  };
}

async function fetched(path: string, init: RequestInit, asked: Asked): Promise<Response> {
  const limits = [AbortSignal.timeout(asked.timeoutMs ?? TIMEOUT_MS), asked.signal];
  const signal = AbortSignal.any(limits.filter((limit) => limit !== undefined));
  try {
    return await fetch(path, { ...init, signal, credentials: 'same-origin' });
  } catch (reason) {
    throw new Unreachable(String(reason), { cause: reason });
  }
}

function csrfToken(): string {
  return /(?:^|;\s*)csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? '';
}

async function isCsrfProblem(response: Response): Promise<boolean> {
  return /csrf/i.test(await response.clone().text());
}
