/** Passkeys between the server's JSON and the browser's byte arrays. */

type Json = Record<string, unknown>;
type Bytes = Uint8Array<ArrayBuffer>;

export async function createPasskey(options: unknown): Promise<Json> {
  const json = publicKeyOf(options);
  const publicKey = {
    ...json,
    challenge: bytes(json['challenge']),
    user: { ...(json['user'] as Json), id: bytes((json['user'] as Json)['id']) },
    excludeCredentials: withBytes(json['excludeCredentials']),
  } as unknown as PublicKeyCredentialCreationOptions;
  return asJson(await navigator.credentials.create({ publicKey }));
}

export async function getPasskey(options: unknown): Promise<Json> {
  const json = publicKeyOf(options);
  const publicKey = {
    ...json,
    challenge: bytes(json['challenge']),
    allowCredentials: withBytes(json['allowCredentials']),
  } as unknown as PublicKeyCredentialRequestOptions;
  return asJson(await navigator.credentials.get({ publicKey }));
}

function publicKeyOf(options: unknown): Json {
  const json = options as Json;
  return (json['publicKey'] ?? json) as Json;
}

function withBytes(list: unknown): unknown {
  return ((list ?? []) as Json[]).map((item) => ({ ...item, id: bytes(item['id']) }));
}

function asJson(credential: Credential | null): Json {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey was given.');
  const { response } = credential;
  const answer: Json = { clientDataJSON: text(response.clientDataJSON) };
  if (response instanceof AuthenticatorAttestationResponse) {
    answer['attestationObject'] = text(response.attestationObject);
    answer['transports'] = response.getTransports();
  } else if (response instanceof AuthenticatorAssertionResponse) {
    answer['authenticatorData'] = text(response.authenticatorData);
    answer['signature'] = text(response.signature);
    answer['userHandle'] = response.userHandle ? text(response.userHandle) : null;
  }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: answer,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

function bytes(base64url: unknown): Bytes {
  const base64 = String(base64url).replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
