/** A line for a shell that gets a token: what somebody tries first. */
export function tokenCommand(origin: string, clientId: string, clientSecret: string): string {
  return `curl -u '${clientId}:${clientSecret}' -d grant_type=client_credentials ${origin}/oauth/token`;
}
