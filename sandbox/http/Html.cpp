// SPDX-License-Identifier: MIT
#include "sandbox/http/Html.h"

#include <httplib.h>

namespace proconnect::sandbox {

std::string escapeHtml(std::string_view text)
{
    std::string safe;
    safe.reserve(text.size());
    for (const char character : text) {
        switch (character) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        default:
            safe += character;
        }
    }
    return safe;
}

void sendPage(httplib::Response& response, std::string_view title, const std::string& body, int status)
{
    response.status = status;
    response.set_header("Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
                        "base-uri 'none'; frame-ancestors 'none'");
    response.set_header("Cache-Control", "no-store");
    response.set_content(
        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
            escapeHtml(title) +
            "</title>\n<link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body>\n"
            "<p class=\"notice\">Démonstration sur cet ordinateur : personnes et entreprises "
            "inventées.</p>\n<main>\n" +
            body + "\n</main>\n</body>\n</html>\n",
        "text/html; charset=utf-8");
}

const std::string& styleSheet()
{
    static const std::string style = R"css(
:root { color-scheme: light dark; --text: #1f2430; --soft: #5a6270; --page: #f4f5f7; --card: #ffffff;
  --line: #c4c9d2; --accent: #245b9e; --on-accent: #ffffff; --good: #1d6b3a; --bad: #a3271d; --wait: #7a4b00; }
@media (prefers-color-scheme: dark) { :root { --text: #e8eaee; --soft: #b0b7c3; --page: #15181e; --card: #1f242c;
  --line: #4a5260; --accent: #8ab8f2; --on-accent: #0d1520; --good: #7fd19b; --bad: #ff9a8f; --wait: #f0c36d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 Inter, "DejaVu Sans", sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; }
.notice { margin: 0; padding: .4rem 1.25rem; background: var(--wait); color: var(--page); font-size: .9rem; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2rem; }
section, fieldset, .card { background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
  padding: 1rem; margin: 1rem 0; }
legend { font-weight: 600; padding: 0 .3rem; }
label { display: block; margin: .6rem 0 .2rem; } label.line { margin: .3rem 0; }
input[type=text], input[type=email], input[type=number], select, textarea { width: 100%; font: inherit;
  padding: .45rem .6rem; color: inherit; background: var(--page); border: 1px solid var(--soft);
  border-radius: .35rem; }
button, .button { font: inherit; font-weight: 600; padding: .55rem 1.1rem; border-radius: .35rem;
  border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); cursor: pointer;
  text-decoration: none; display: inline-block; }
button.plain { background: transparent; color: var(--accent); }
button.person { display: block; width: 100%; text-align: left; margin: .4rem 0; background: var(--card);
  color: var(--text); border-color: var(--line); font-weight: 400; }
button.person strong { display: block; } button.person:hover { border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top;
  overflow-wrap: anywhere; }
.good { color: var(--good); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; }
.wait { color: var(--wait); font-weight: 600; } .soft { color: var(--soft); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dt { color: var(--soft); }
dd { margin: 0; } pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0; }
.row { display: flex; gap: .8rem; flex-wrap: wrap; align-items: center; margin-top: 1rem; }
)css";
    return style;
}

} // namespace proconnect::sandbox
