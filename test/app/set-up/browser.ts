import { request } from "node:http";

type Headers = Readonly<Record<string, string>>;

/** As much of a browser as a form needs: it keeps cookies and says where a form is from. */
export class Browser {
  readonly #url: string;
  #cookie = "";

  constructor(url: string) {
    this.#url = url;
  }

  /** @param headers - Instead of what a browser would say. */
  get(path: string, headers: Headers = { "sec-fetch-site": "none" }): Promise<Response> {
    return this.#ask("GET", path, headers);
  }

  post(
    path: string,
    fields: Headers,
    headers: Headers = { origin: this.#url, "sec-fetch-site": "same-origin" },
  ): Promise<Response> {
    return this.#ask("POST", path, headers, new URLSearchParams(fields).toString());
  }

  /** Follows an address to which another site sent it. */
  comeBack({ pathname, search }: URL): Promise<Response> {
    return this.#ask("GET", pathname + search, {
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "navigate",
    });
  }

  /** `fetch` sends no `Host` that the caller chooses. */
  #ask(method: string, path: string, headers: Headers, body?: string): Promise<Response> {
    const given = {
      ...(this.#cookie === "" ? {} : { cookie: this.#cookie }),
      ...(body === undefined
        ? {}
        : {
            "content-type": "application/x-www-form-urlencoded",
            "content-length": String(Buffer.byteLength(body)),
          }),
      ...headers,
    };
    return new Promise((resolve, reject) => {
      const asked = request(this.#url + path, { method, headers: given, agent: false }, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        const [cookie = ""] = response.headers["set-cookie"] ?? [];
        if (cookie !== "") this.#cookie = cookie.split(";")[0] ?? "";
        const heads = Object.entries(response.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]);
        resolve(new Response(Buffer.concat(chunks), { status: response.statusCode ?? 0, headers: heads }));
      });
      asked.on("error", reject);
      asked.end(body);
    });
  }
}

/** Where the first form of a page leads, and its hidden fields. */
export function formOf(page: string): {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
} {
  const inputs = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return {
    action: plain(/<form method="post" action="([^"]*)"/.exec(page)?.[1] ?? ""),
    fields: Object.fromEntries(inputs.map(([, name = "", value = ""]) => [name, plain(value)])),
  };
}

function plain(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
