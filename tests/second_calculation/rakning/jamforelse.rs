//! Where each region stands: sorted, and the first place among its equals; and what it has beyond its
//! people's part of the whole.

use super::Ar;
use super::tal::{Q, Svar, summa, var_och_en};
use crate::land::ANTAL;

/// The distance to the mean and the place, of an amount in kronor per region.
pub(crate) fn rakna(vad: &str, kronor: &[Q], ar: &Ar, svar: &mut Svar) {
    let landets = summa(kronor);
    let avstand = var_och_en(|r| (&kronor[r] - &landets * &ar.folk[r] / &ar.landet) / &ar.folk[r]);
    // From the highest down; the order of equals decides nothing.
    let mut ordning: Vec<usize> = (0..ANTAL).collect();
    ordning.sort_by(|a, b| avstand[*b].cmp(&avstand[*a]));
    let plats = var_och_en(|r| {
        let forsta = ordning.iter().position(|annan| avstand[*annan] == avstand[r]);
        i64::try_from(forsta.expect("it is among them")).expect("a place") + 1
    });
    svar.regioner(&format!("{vad}_avstand"), &avstand);
    svar.regioner_hela(&format!("{vad}_plats"), &plats);
}
