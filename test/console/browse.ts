/** A browser without scripts: keeps its cookies, sends forms as forms. */
export function browse(address: string, agent = 'test browser') {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(new URL(path, address), {
      ...init,
      redirect: 'manual',
      headers: { 'user-agent': agent, 'accept-language': 'en', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...(init.headers as Record<string, string> | undefined) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const at = pair.indexOf('=');
      if (/max-age=0/iu.test(line)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  const post = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
    await ask(path, { method: 'POST', body: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address, ...headers } });
  const read = async (path: string): Promise<string> => await (await ask(path)).text();
  return {
    cookies, ask, post, read,
    enter: async (link: string) => await post(link, {}),
    /** The hidden fields of a page's form, by the path that the form goes to. */
    fieldsOf: async (page: string, action: string): Promise<Record<string, string>> => {
      const text = await read(page);
      const form = text.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
      return Object.fromEntries([...form.split('</form>', 1)[0]!.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/gu)].map(([, name, value]) => [name!, value!.replaceAll('&amp;', '&')]));
    },
  };
}
