// Validates PDF files against standards with veraPDF's own rules.
//
//   java -cp … Konformitet.java FLAVOUR[,FLAVOUR…] FILE…
//
// One line per file and flavour; under it, each rule that failed, with the first place it did. A file
// that does not itself claim a flavour fails it, and so does one of which nothing was checked.
// Exit code 0 if everything passed, 1 if something failed, 2 if something could not be validated.

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

final class Konformitet {
  private static final int SHOWN_PER_RULE = 1;

  public static void main(String[] arguments) {
    if (arguments.length < 2) {
      System.err.println("usage: Konformitet FLAVOUR[,FLAVOUR...] FILE...");
      System.exit(2);
    }
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    VeraPDFFoundry foundry = Foundries.defaultInstance();
    List<PDFAFlavour> flavours = new ArrayList<>();
    for (String name : arguments[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
      if (flavour == PDFAFlavour.NO_FLAVOUR) {
        System.err.println("there is no flavour " + name);
        System.exit(2);
      }
      flavours.add(flavour);
    }
    int worst = 0;
    for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
      for (PDFAFlavour flavour : flavours) {
        worst = Math.max(worst, validate(foundry, new File(name), flavour));
      }
    }
    System.exit(worst);
  }

  private static int validate(VeraPDFFoundry foundry, File file, PDFAFlavour flavour) {
    boolean claimed;
    try (PDFAParser parser = foundry.createParser(file)) {
      claimed = parser.getFlavours().contains(flavour);
    } catch (Exception | LinkageError error) {
      return unreadable(file, flavour, error);
    }
    try (PDFAParser parser = foundry.createParser(file, flavour);
        PDFAValidator validator = foundry.createValidator(flavour, SHOWN_PER_RULE, false, true, false)) {
      return tell(file, flavour, claimed, validator.validate(parser));
    } catch (Exception | LinkageError error) {
      return unreadable(file, flavour, error);
    }
  }

  private static int unreadable(File file, PDFAFlavour flavour, Throwable error) {
    System.out.printf("ERROR %s %s: %s%n", flavour.getId(), file, error);
    return 2;
  }

  private static int tell(File file, PDFAFlavour flavour, boolean claimed, ValidationResult result) {
    int checks = result.getTotalAssertions();
    boolean passed = claimed && checks > 0 && result.isCompliant();
    System.out.printf("%s %s %s (%d checks)%n", passed ? "PASS" : "FAIL", flavour.getId(), file, checks);
    if (!claimed) {
      System.out.printf("  the file does not claim to be %s%n", flavour.getId());
    }
    Map<String, List<TestAssertion>> byRule = result.getTestAssertions().stream()
        .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
        .collect(Collectors.groupingBy(
            assertion -> assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber(),
            TreeMap::new, Collectors.toList()));
    byRule.forEach((rule, failures) -> {
      TestAssertion first = failures.get(0);
      System.out.printf("  %s: %s%n    at %s%n", rule,
          String.valueOf(first.getMessage()).replaceAll("\\s+", " "), first.getLocation().getContext());
    });
    return passed ? 0 : 1;
  }
}
