package dev.morestack.apps.jdk;

import dev.morestack.apps.Result;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Matches an alternative again and again. Arguments: how often. */
public final class RegexMatch {

    private RegexMatch() {}

    public static void main(String[] args) {
        String text = "ab".repeat(Integer.parseInt(args[0]));
        Result.print("matches", text.matches("(?:a|b)*"));
        Result.print("rejects", (text + "c").matches("(?:a|b)*"));
        Matcher groups = Pattern.compile("((a)|(b))*").matcher(text);
        Result.print("groups", groups.matches());
        Result.print("last", groups.start(1) + " " + groups.group(1) + " " + groups.group(2));
    }
}
