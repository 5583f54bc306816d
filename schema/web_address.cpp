// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/web_address.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/text/ascii.h"

namespace newsindex {
namespace {

// The length of the scheme ("https://") in bytes, or npos.
std::size_t scheme_length(std::string_view url) {
  const std::size_t colon = url.find("://");
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  if (colon == std::string_view::npos || colon == 0) return std::string_view::npos;
  const bool letters = url.substr(0, colon).find_first_not_of(kLetters) == std::string_view::npos;
  return letters ? colon + 3 : std::string_view::npos;
}

std::size_t host_end(std::string_view url, std::size_t start) {
  return std::min(url.find_first_of("/?#", start), url.size());
}

bool only_tracks(std::string_view parameter) {
  constexpr std::array<std::string_view, 5> kNames{"fbclid", "gclid", "mc_cid", "mc_eid", "igshid"};
  const std::string_view name = parameter.substr(0, parameter.find('='));
  return name.starts_with("utm_") || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// "a=1&utm_source=x" -> "?a=1".
std::string kept_parameters(std::string_view query) {
  std::string kept;
  for (std::size_t start = 0; start < query.size();) {
    const std::size_t end = std::min(query.find('&', start), query.size());
    const std::string_view parameter = query.substr(start, end - start);
    if (!only_tracks(parameter)) kept += (kept.empty() ? "?" : "&") + std::string(parameter);
    start = end + 1;
  }
  return kept;
}

}  // namespace

std::string host_of(std::string_view url) {
  const std::size_t scheme = scheme_length(url);
  if (scheme == std::string_view::npos) return {};
  std::string host = lower(url.substr(scheme, host_end(url, scheme) - scheme));
  host.erase(0, host.rfind('@') + 1);  // npos + 1 == 0
  host.resize(std::min(host.find(':'), host.size()));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

std::string canonical_url(std::string_view url) {
  const std::size_t scheme = scheme_length(url);
  if (scheme == std::string_view::npos) return std::string(url);
  url = url.substr(0, url.find('#'));
  const std::size_t end = host_end(url, scheme);
  const std::size_t user = url.substr(0, end).rfind('@') + 1;  // npos + 1 == 0
  const std::size_t query = std::min(url.find('?', end), url.size());
  const std::string parameters = query < url.size() ? kept_parameters(url.substr(query + 1)) : "";
  const std::size_t host = std::max(user, scheme);
  return lower(url.substr(0, scheme)) + lower(url.substr(host, end - host)) +
         std::string(url.substr(end, query - end)) + parameters;
}

bool is_web_address(std::string_view text) {
  const std::size_t scheme = scheme_length(text);
  if (scheme == std::string_view::npos || scheme == text.size()) return false;
  const std::string name = lower(text.substr(0, scheme));
  return name == "http://" || name == "https://";
}

std::vector<std::string> canonical_spellings(std::string_view url) {
  const bool has_scheme = scheme_length(url) != std::string_view::npos;
  const std::string given = has_scheme ? canonical_url(url) : std::string(url);
  const std::string address = has_scheme ? given : canonical_url("https://" + std::string(url));
  std::vector<std::string> spellings{given};
  if (!is_web_address(address)) return spellings;
  std::string rest = address.substr(scheme_length(address));
  const bool secure = address.starts_with("https");
  if (rest.starts_with("www.")) rest.erase(0, 4);
  const std::size_t path_end = std::min(rest.find('?'), rest.size());
  const bool has_slash = path_end > 0 && rest[path_end - 1] == '/';
  std::string other = rest;
  has_slash ? other.erase(path_end - 1, 1) : other.insert(path_end, "/");
  for (const char* scheme : {secure ? "https://" : "http://", secure ? "http://" : "https://"})
    for (const std::string& path : {rest, other})
      for (const char* host : {"", "www."}) spellings.push_back(scheme + (host + path));
  std::erase_if(spellings, [&, first = true](const std::string& each) mutable {
    return !std::exchange(first, false) && each == given;
  });
  return spellings;
}

}  // namespace newsindex
