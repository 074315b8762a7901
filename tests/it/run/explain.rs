//! `explain` of a number on a finished paper: which figure it is, and where it stands.

use std::fs;

use crate::data_2024;
use crate::program::{Folder, answer_of, program};

#[test]
fn a_number_on_a_finished_paper_is_found_where_it_stands() {
    let folder = Folder::new("2024", data_2024::all());
    let made = folder.generate_only("cirkular,beslut");
    assert_eq!((made.code, made.error.as_str()), (Some(0), ""), "{made:?}");
    let paper = folder.beside("output").join("2024").join("cirkular.pdf");
    let inputs = folder.beside("inputs").join("2024");
    for (from, to) in
        [(folder.result(), paper.parent().expect("a folder")), (folder.inputs(), &inputs)]
    {
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::rename(from, to).expect("the folder moves");
    }
    let asked = |number: &str| answer_of(program().arg("explain").arg(&paper).arg(number));
    let answer = asked("5 100 738 882");
    assert_eq!((answer.code, answer.error.as_str()), (Some(0), ""), "{answer:?}");
    let text = answer.out.replace('\u{a0}', " ");
    assert!(
        text.starts_with(
            "”5 100 738 882” står så här i cirkular:\n  tabell 2, Skåne, 2024\n  tabell 5, Skåne, Statsbidrag\n\n\
             statsbidraget, Skåne 2024: 5 100 738 882 kr ("
        ),
        "{text}"
    );
    // However its digits are parted.
    let (_, of_one) = answer.out.split_once('\n').expect("lines");
    for other in ["5100738882", "5\u{a0}100\u{a0}738\u{a0}882"] {
        assert_eq!(asked(other).out.split_once('\n').expect("lines").1, of_one);
    }
    let several = asked("−19");
    assert_eq!((several.code, several.out.as_str()), (Some(2), ""));
    let expected = "fel: ”−19” är flera siffror; ange en av dem med sitt namn:\n  lakemedel.2024.";
    assert!(several.error.starts_with(expected), "{}", several.error);
    let nowhere = asked("123");
    assert_eq!(nowhere.code, Some(2));
    assert!(
        nowhere.error.contains("”123” står inte som en siffra i cirkular"),
        "{}",
        nowhere.error
    );
    // What the workbooks do not give is told, not explained.
    let json = paper.with_extension("json");
    let other = fs::read_to_string(&json).expect("text").replace("738\u{a0}882", "738\u{a0}883");
    fs::write(&json, other).expect("a file");
    let changed = asked("5 100 738 883");
    assert_eq!(changed.code, Some(2));
    let expected = "lakemedel.2024.skane.statsbidrag blir en annan av arbetsböckerna i ";
    assert!(changed.error.contains(expected), "{}", changed.error);
    // By its name too, which is the same whatever is printed.
    let named = asked("lakemedel.2024.skane.statsbidrag");
    assert_eq!(named.code, Some(2), "{named:?}");
    assert!(named.error.contains(expected), "{}", named.error);
    let unnamed = answer_of(program().arg("explain").arg(&paper));
    assert!(unnamed.error.contains("säg vilket tal på pappret"), "{}", unnamed.error);
    let no_set = answer_of(program().arg("explain").arg(inputs.join("besked.xlsx")).arg("1"));
    assert!(no_set.error.contains("mappen har inget manifest.json"), "{}", no_set.error);
}
